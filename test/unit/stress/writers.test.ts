import { writers } from '../../stress/writers';
import { holds } from './holds';

describe('stress, the short version', () => holds(writers));
