export interface AddressParts { postcode: string; houseNumber: number | string; suffix?: string | null }

/** The form in which two spellings of one address are equal: '9711 da', 102, 'a' → '9711DA-102-A'. */
export function addressKeyOf({ postcode, houseNumber, suffix }: AddressParts): string {
  return [postcode, houseNumber, suffix].map(addressPart).join('-');
}

/** One part of an address, without spaces, dots, dashes and the difference between a and A. */
export function addressPart(part: string | number | null | undefined): string {
  return String(part ?? '').replace(/[\s.\-/]/g, '').toUpperCase();
}
