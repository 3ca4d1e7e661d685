import { crashes } from '../../stress/crashes';
import { holds } from './holds';

describe('stress, the short version', () => holds(crashes));
