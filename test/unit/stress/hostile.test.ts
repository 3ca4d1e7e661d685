import { hostileInput } from '../../stress/hostile';
import { holds } from './holds';

describe('stress, the short version', () => holds(hostileInput));
