// One line of the table of measurements, and how it is written.

/** A measured number against its goal. */
export interface Row {
  readonly id: string;
  readonly what: string;
  /** As shown: `1.72`, `38 ns`, `equal`. */
  readonly measured: string;
  readonly goal: string;
  readonly holds: boolean;
  /** Better than good; absent where none is set. */
  readonly stretch?: string;
  /** Everything that was counted, for `--json`. */
  readonly numbers: Readonly<Record<string, number | string | boolean>>;
}

const HEADINGS = ['', 'what', 'measured', 'goal', '', 'stretch'];

/** The table as lines of text, columns aligned. */
export function tableLines(rows: readonly Row[]): readonly string[] {
  const cells = [
    HEADINGS,
    ...rows.map((row) => [
      row.id,
      row.what,
      row.measured,
      row.goal,
      row.holds ? 'holds' : 'FAILS',
      row.stretch ?? '-',
    ]),
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** A number with so many digits after the point. */
export function shown(value: number, digits = 2): string {
  return value.toFixed(digits);
}
