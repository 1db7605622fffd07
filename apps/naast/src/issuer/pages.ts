import type { Persona } from '../personas.js';

const STYLE = `
  :root { color-scheme: light; font: 100%/1.55 system-ui, sans-serif; color: #29251f; background: #fbf9f5; }
  body { margin: 0; }
  main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
  h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
  h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
  button { width: 100%; min-height: 3rem; padding: .5rem 1rem; font: inherit; text-align: start; cursor: pointer;
    color: inherit; background: #fff; border: 1px solid #847a6c; border-radius: .375rem; }
  button:hover { background: #e5eeea; border-color: #1f5a52; }
  button:focus-visible { outline: 3px solid #1f5a52; outline-offset: 2px; }
  strong { display: block; }
`;

/** A page of the embedded issuer: no outside files, no script unless it brings its own nonce. */
function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body><main>
${body}
</main></body>
</html>`;
}

/** The sign-in page of the demo: choose who you are today; there are no passwords. */
export function signInPage(action: string, personas: readonly Persona[]): string {
  const groups = groupByOrganisation(personas);
  const sections = [...groups].map(([organisation, people]) => section(organisation, people)).join('\n');
  return page(
    'Inloggen - Naast',
    `<h1>Wie ben je vandaag?</h1>
<p>Dit is een proefomgeving. Alle mensen zijn verzonnen. Kies een naam om in te loggen. Je hebt geen wachtwoord nodig.</p>
<form method="post" action="${escapeHtml(action)}">
${sections}
</form>`,
  );
}

/** Signing out asks no second question: the form sends itself, and has a button for when it can't. */
export function signOutPage(form: string, nonce: string): string {
  return page(
    'Uitloggen - Naast',
    `<h1>Je wordt uitgelogd</h1>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Uitloggen</button>
<script nonce="${nonce}">document.querySelector('button[name=logout]').click()</script>`,
  );
}

export function messagePage(title: string, text: string): string {
  return page(`${title} - Naast`, `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text)}</p>`);
}

function section(organisation: string, people: Persona[]): string {
  const buttons = people.map(
    ({ key, name, work }) => `<li><button name="persona" value="${escapeHtml(key)}"><strong>${escapeHtml(name)}</strong>${escapeHtml(work)}</button></li>`,
  );
  return `<h2>${escapeHtml(organisation)}</h2>\n<ul>\n${buttons.join('\n')}\n</ul>`;
}

function groupByOrganisation(personas: readonly Persona[]): Map<string, Persona[]> {
  const groups = new Map<string, Persona[]>();
  for (const one of personas) {
    const heading = one.municipality === 'Hoogeveen' ? `${one.organisation} (Hoogeveen)` : one.organisation;
    groups.set(heading, [...(groups.get(heading) ?? []), one]);
  }
  return groups;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
