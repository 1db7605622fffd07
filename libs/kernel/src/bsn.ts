const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * The eleven test for a burgerservicenummer of nine digits (Besluit bsn, art. 2).
 * Old eight-digit numbers must be given their leading zero first: see `normaliseBsn`.
 */
export function isValidBsn(value: string): boolean {
  if (!/^\d{9}$/.test(value) || /^0+$/.test(value)) return false;
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(value[index]), 0);
  return sum % 11 === 0;
}

/** Takes out dots, spaces and dashes and adds the leading zero that spreadsheets drop. */
export function normaliseBsn(value: string): string {
  const digits = value.replace(/[\s.-]/g, '');
  return /^\d{8}$/.test(digits) ? `0${digits}` : digits;
}

const EIGHT_OR_NINE_DIGITS = /(?<![\d.,-])\d(?:[ .-]?\d){7,8}(?![\d-])/g;

/** The text with a mark where somebody wrote a BSN: free text can reach people who may never see one (Wabb 10). */
export const withoutBsn = (text: string): string =>
  text.replace(EIGHT_OR_NINE_DIGITS, (digits) => (isValidBsn(normaliseBsn(digits)) ? '[BSN]' : digits));

const NINE_DIGITS = /(?<![\d.,-])\d(?:[ .-]?\d){8}(?![\d-])/g;

/** Did somebody write a BSN in a text? Of nine digits only: eight are a date more often than a number of before 2007. */
export const holdsBsn = (text: string): boolean => (text.match(NINE_DIGITS) ?? []).some((digits) => isValidBsn(normaliseBsn(digits)));
