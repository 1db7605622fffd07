/**
 * Spreadsheets run a cell that starts with one of these; a guard (') in front keeps it text. The refused-rows file carries
 * such guards, so import takes one off again: '+31… is a phone number once more. ''=x loses one guard, 'n stays as it is.
 */
export function withoutFormulaGuard(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
