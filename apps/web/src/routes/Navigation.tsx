import { Link, type LinkProps } from '@tanstack/react-router';
import type { Me, Role } from '../api/types.js';
import { signOut, useMe } from '../api/session.js';
import { ShellSearch } from '../features/search/ShellSearch.js';
import { useSpeech, useText, type Messages } from '../i18n/index.js';

interface Place {
  to: LinkProps['to'];
  name: keyof Messages['shell'] & ('today' | 'team' | 'waitingList' | 'households' | 'referrals' | 'meetings' | 'fund' | 'privacy' | 'inbox');
  roles: readonly Role[] | 'everyone';
}

/** At most seven words, and only those that lead this person somewhere. */
const places: readonly Place[] = [
  { to: '/', name: 'today', roles: 'everyone' },
  { to: '/team', name: 'team', roles: ['team-lead'] },
  { to: '/wachtlijst', name: 'waitingList', roles: ['team-lead', 'case-worker'] },
  { to: '/gezinnen', name: 'households', roles: ['regisseur', 'team-lead', 'case-worker'] },
  { to: '/verwijzingen', name: 'referrals', roles: ['partner-worker', 'regisseur'] },
  { to: '/overleggen', name: 'meetings', roles: ['partner-worker', 'regisseur', 'case-worker', 'team-lead'] },
  { to: '/fonds', name: 'fund', roles: ['regisseur', 'fund-secretary', 'committee-member', 'decision-maker'] },
  { to: '/privacy', name: 'privacy', roles: ['privacy-officer'] },
  { to: '/berichten', name: 'inbox', roles: 'everyone' },
];

const placesFor = (me: Me): readonly Place[] =>
  places.filter(({ name, roles }) => {
    if (me.roles.includes('resident')) return name === 'today';
    return roles === 'everyone' || me.roles.some((role) => roles.includes(role));
  });

export function Brand() {
  return (
    <Link to="/" className="brand">
      <img src="/naast.svg" alt="" width="28" height="28" />
      Naast
    </Link>
  );
}

export function Navigation({ open, onLeave }: { open: boolean; onLeave: () => void }) {
  const { shell } = useText();
  const me = useMe();
  return (
    <nav className="nav" id="navigatie" data-open={open} aria-label={shell.navigation}>
      <div className="nav__inner">
        <Brand />
        <ShellSearch onLeave={onLeave} />
        <ul className="nav__list">
          {placesFor(me).map(({ to, name }) => (
            <li key={name}>
              <Link to={to} className="nav__link" onClick={onLeave} activeOptions={{ exact: to === '/', includeSearch: false }}>
                {shell[name]}
                {name === 'inbox' && me.unreadCount > 0 && <Unread count={me.unreadCount} />}
              </Link>
            </li>
          ))}
        </ul>
        <WhoAmI me={me} />
      </div>
    </nav>
  );
}

function Unread({ count }: { count: number }) {
  const { shell } = useText();
  return (
    <>
      <span className="nav__count" aria-hidden="true">
        {count}
      </span>
      <span className="visually-hidden">({shell.unread(count)})</span>
    </>
  );
}

function WhoAmI({ me }: { me: Me }) {
  const { shell, words } = useText();
  const { language, speak } = useSpeech();
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <div className="nav__me">
      <p>
        <span className="nav__name">{me.user.name}</span>
        <span className="small quiet">
          {me.roles.map((role) => words.role[role]).join(', ')}
          <br />
          {me.organisation.name}
        </span>
      </p>
      <div className="nav__tools small">
        <button type="button" className="linklike" lang={other} onClick={() => speak(other)}>
          {shell.otherLanguage}
        </button>
        <button type="button" className="linklike" onClick={() => print()}>
          {shell.print}
        </button>
        <button type="button" className="linklike" onClick={() => void signOut()}>
          {shell.signOut}
        </button>
      </div>
    </div>
  );
}
