import { createRequire } from 'node:module';
import { setImmediate as letOthersIn } from 'node:timers/promises';
import PdfKit from 'pdfkit';

/** What a letter or overview to a resident consists of; the writer turns each into a tagged element. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Label and value, one per line. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] };

export interface PdfContent {
  readonly title: string;
  /** Small at the foot of every page, before the page number. No personal data: a page can go astray. */
  readonly footer: string;
  readonly madeAt: Date;
  readonly blocks: readonly PdfBlock[];
}

const MARGIN = 56;
const SIZES = { 1: 20, 2: 15, 3: 12 } as const;
const TEXT_SIZE = 10.5;

// The standard fonts of PDF know no ş, ł or ğ, and those stand in names.
const fonts = createRequire(import.meta.url);
const PLAIN = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** A tagged PDF in Dutch (headings, lists, language, title), so that a screen reader can read it aloud. */
export async function writePdf(content: PdfContent): Promise<Buffer> {
  const doc = new PdfKit({
    size: 'A4', margin: MARGIN, pdfVersion: '1.7', tagged: true, lang: 'nl-NL', displayTitle: true, bufferPages: true,
    font: PLAIN, info: { Title: content.title, Producer: 'Naast', Creator: 'Naast', CreationDate: content.madeAt },
  });
  const done = collect(doc);
  doc.registerFont('plain', PLAIN).registerFont('bold', BOLD);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const block of [{ kind: 'heading', level: 1, text: content.title } as const, ...content.blocks]) {
    root.add(elementOf(doc, block));
    // Setting letters takes long: whoever asks something else meanwhile must not wait for the last page.
    await letOthersIn();
  }
  root.end();
  numberPages(doc, content.footer);
  doc.end();
  return done;
}

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

function elementOf(doc: Doc, block: PdfBlock): Element {
  switch (block.kind) {
    case 'heading':
      return doc.struct(`H${block.level}`, {}, () => heading(doc, block.text, block.level));
    case 'paragraph':
      return doc.struct('P', {}, () => void plain(doc).text(block.text).moveDown(0.6));
    case 'list':
      return listOf(doc, block.items.map((item) => () => void plain(doc).text(`•  ${item}`, { indent: 0 }).moveDown(0.2)));
    case 'facts':
      return listOf(doc, block.facts.map(([label, value]) => () => fact(doc, label, value)));
  }
}

const plain = (doc: Doc): Doc => doc.font('plain').fontSize(TEXT_SIZE);

function heading(doc: Doc, text: string, level: 1 | 2 | 3): void {
  // A heading alone at the foot of a page belongs on the next.
  if (doc.y > doc.page.height - MARGIN - 90) doc.addPage();
  doc.moveDown(level === 1 ? 0 : 0.6).font('bold').fontSize(SIZES[level]).text(text).moveDown(0.4);
}

function fact(doc: Doc, label: string, value: string): void {
  doc.font('bold').fontSize(TEXT_SIZE).text(`${label}: `, { continued: true }).font('plain').text(value).moveDown(0.15);
}

/** A list whose items each are one tagged body, with some white space behind the last. */
function listOf(doc: Doc, items: readonly (() => void)[]): Element {
  const draw = (item: () => void, at: number) => () => {
    item();
    if (at === items.length - 1) doc.moveDown(0.5);
  };
  return doc.struct('L', {}, items.map((item, at) => doc.struct('LI', {}, [doc.struct('LBody', {}, draw(item, at))])));
}

/** Page numbers are no content: a screen reader skips them. */
function numberPages(doc: Doc, footer: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    const text = `${footer}  ·  bladzijde ${page - start + 1} van ${count}`;
    doc.font('plain').fontSize(8.5).text(text, MARGIN, doc.page.height - 36, { width: doc.page.width - 2 * MARGIN, align: 'center', lineBreak: false });
    doc.endMarkedContent();
  }
}

function collect(doc: Doc): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}
