import { gitMerges } from '../../stress/git';
import { holds } from './holds';

describe('stress, the short version', () => holds(gitMerges));
