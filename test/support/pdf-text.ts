import { inflateSync } from 'node:zlib';

/** The streams of a PDF as text, unpacked. */
function streamsOf(pdf: Buffer): { head: string; body: string }[] {
  const raw = pdf.toString('latin1');
  return [...raw.matchAll(/(\d+) 0 obj\n(<<(?:(?!endobj)[\s\S])*?>>)\nstream\n/g)].map((found) => {
    const start = found.index + found[0].length;
    const length = Number(/\/Length (\d+)/.exec(found[2] ?? '')?.[1]);
    const bytes = pdf.subarray(start, start + length);
    return { head: `${found[1]} ${found[2]}`, body: (found[2]?.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1') };
  });
}

/** Glyph number → letters, of one font. */
function glyphsOf(cmap: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], at) => {
      const letters = (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
      glyphs.set((parseInt(from, 16) + at).toString(16).padStart(4, '0'), letters);
    });
  }
  return glyphs;
}

/** What a reader sees in a PDF of ours: every string that is shown, in order. Each font has its own numbers for letters. */
export function textOfPdf(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const streams = streamsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = '', object = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const unicode = new RegExp(`\\n${object} 0 obj\\n<<[\\s\\S]*?/ToUnicode (\\d+) 0 R`).exec(raw)?.[1];
    const cmap = streams.find(({ head }) => head.startsWith(`${unicode} `));
    if (cmap) fonts.set(name, glyphsOf(cmap.body));
  }
  return streams.filter(({ body }) => body.includes(' Tf')).map(({ body }) => shownIn(body, fonts)).join('\n');
}

function shownIn(body: string, fonts: Map<string, Map<string, string>>): string {
  let glyphs = new Map<string, string>();
  let text = '';
  for (const [, font, shown] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? glyphs;
    else for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/gi)) text += (hex.match(/.{4}/g) ?? []).map((glyph) => glyphs.get(glyph) ?? '?').join('');
  }
  return text;
}
