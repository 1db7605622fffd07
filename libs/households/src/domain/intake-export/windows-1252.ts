/** The bytes 0x80–0x9F; elsewhere windows-1252 equals latin 1. A � marks the five bytes without a meaning. */
const FROM_0X80 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** Written out, since Node 20's TextDecoder takes latin 1 for windows-1252 and so loses the ’ of D’Haen and the €. */
export function readWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replace(/[\u0080-\u009F]/g, (character) => FROM_0X80[character.charCodeAt(0) - 0x80]!);
}
