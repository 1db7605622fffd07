export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly ratio?: number;
  /** What the ratio must reach. */
  readonly least?: number;
  /** What the value must stay under. */
  readonly most?: number;
}

const round = (value: number | undefined, digits: number): number | null => (value === undefined ? null : Number(value.toFixed(digits)));

/** One line per measure, as soon as it is known: JSON for scripts, a table for people. */
export function reporter(json: boolean): (result: Result) => void {
  if (json) {
    return ({ name, value, unit, baseline, ratio }) =>
      void process.stdout.write(`${JSON.stringify({ name, value: round(value, 2), unit, baseline: round(baseline, 2), ratio: round(ratio, 3) })}\n`);
  }
  const line = (cells: string[]): void => void process.stdout.write(`${cells.map((cell, at) => (at === 0 ? cell.padEnd(16) : cell.padStart(14))).join('')}\n`);
  line(['measure', 'ours', 'unit', 'bare', 'ratio', 'wanted', '']);
  return ({ name, value, unit, baseline, ratio, least, most }) => {
    const good = (least === undefined || (ratio ?? 0) >= least) && (most === undefined || value < most);
    const want = least === undefined ? `< ${most}` : `>= ${least}`;
    line([name, value.toFixed(unit === 's' ? 1 : 0), unit, baseline?.toFixed(0) ?? '', ratio?.toFixed(2) ?? '', want, good ? 'ok' : 'MISSED']);
  };
}
