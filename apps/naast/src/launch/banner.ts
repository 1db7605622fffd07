import { PERSONAS } from '../personas.js';

/** What a person needs to know once Naast runs. */
export function banner(address: string, seconds: number, withPersonas: boolean): string {
  const ready = `Naast draait op ${address} (klaar in ${seconds.toFixed(1).replace('.', ',')} seconden)`;
  return ['', ready, ...(withPersonas ? personas() : []), '', 'Stoppen: Ctrl-C', ''].join('\n');
}

function personas(): string[] {
  const rows = PERSONAS.map(({ name, work, organisation, key }) => [name, work, organisation, key]);
  const heading = ['Naam', 'Werk', 'Organisatie', 'Voor demo:token'];
  const widths = heading.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (row: string[]) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd();
  return ['', 'Log in als een van deze verzonnen mensen. Je hebt geen wachtwoord nodig.', '', line(heading), ...rows.map(line)];
}
