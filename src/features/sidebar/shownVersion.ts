/** Remembers what was shown last by its version. */
export class ShownVersion {
  private version = -1;

  /** Whether this isn't the one that was given last. */
  isOther(version: number): boolean {
    const before = this.version;
    this.version = version;
    return version !== before;
  }
}
