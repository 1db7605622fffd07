// Writes the invented people of the demo into realm.json, after a build: node deploy/keycloak/update-users.js
import { readFileSync, writeFileSync } from 'node:fs';
import { PERSONAS } from '../../dist/apps/naast/src/personas.js';

const file = new URL('./realm.json', import.meta.url);
const realm = JSON.parse(readFileSync(file, 'utf8'));
realm.users = PERSONAS.map(({ key, name, email }) => ({
  username: key,
  enabled: true,
  emailVerified: true,
  firstName: name.split(' ')[0],
  lastName: name.split(' ').slice(1).join(' '),
  email,
  credentials: [{ type: 'password', value: '${DEMO_PASSWORD}', temporary: false }],
}));
writeFileSync(file, `${JSON.stringify(realm, null, 2)}\n`);
