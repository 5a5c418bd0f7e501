/** The names under which facts are left out, and the reasons for which something cannot be told, as small numbers from 2 on. */
export class Labels {
  private readonly labels: { readonly label: string; readonly because: string | undefined }[] = [];

  code(label: string, because?: string): number {
    const known = this.labels.findIndex((entry) => entry.label === label && entry.because === because);
    if (known !== -1) return known + 2;
    this.labels.push({ label, because });
    return this.labels.length + 1;
  }

  label(code: number): string {
    return this.labels[code - 2]?.label ?? 'unnamed';
  }

  /** Undefined where the fact was left out for a known reason, so that nothing is undetermined. */
  because(code: number): string | undefined {
    return this.labels[code - 2]?.because;
  }
}
