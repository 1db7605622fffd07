import { Button } from '../../components/amsterdam.js';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { Dossier } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { PrimaryLink } from '../../components/links.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';

const pages = {
  'propose-regisseur': '/wachtlijst/$id/regisseur',
  'decline-assignment': '/gezinnen/$id/teruggeven',
  'send-referral': '/gezinnen/$id/verwijzing',
  'record-legal-basis': '/gezinnen/$id/grondslag',
  'write-canvas': '/gezinnen/$id/doorbraak',
  'request-fund': '/gezinnen/$id/fondsaanvraag',
  'set-reminder': '/gezinnen/$id/herinnering',
  'answer-handover': '/gezinnen/$id/overdracht',
  'plan-handover': '/gezinnen/$id/overdracht',
  'end-assignment': '/gezinnen/$id/regie-stoppen',
  'start-safety-check': '/gezinnen/$id/verloop',
  'start-plan': '/gezinnen/$id/verloop',
  activate: '/gezinnen/$id/verloop',
  'scale-down': '/gezinnen/$id/afschalen',
  'scale-up': '/gezinnen/$id/opschalen',
  'start-aftercare': '/gezinnen/$id/verloop',
  close: '/gezinnen/$id/afsluiten',
  reopen: '/gezinnen/$id/heropenen',
  'show-access-log': '/gezinnen/$id/inzage',
  'merge-household': '/gezinnen/$id/samenvoegen',
  'split-household': '/gezinnen/$id/splitsen',
} as const;

type Going = keyof typeof pages;

/** What is most likely next stands on top; what is allowed at all, the API says. */
function placesOf({ allowedActions, legalBases }: Dossier): Going[] {
  const nothingShared = !legalBases.some(({ state }) => state === 'active');
  const order = Object.keys(pages) as Going[];
  if (nothingShared) order.sort((a, b) => Number(b === 'record-legal-basis') - Number(a === 'record-legal-basis'));
  return order.filter((action) => allowedActions.includes(action));
}

const primaryOf = (dossier: Dossier): Going | 'accept-assignment' | undefined =>
  dossier.allowedActions.includes('accept-assignment')
    ? 'accept-assignment'
    : placesOf(dossier).find((action) => !['decline-assignment', 'end-assignment', 'plan-handover', 'merge-household', 'split-household'].includes(action));

export function PrimaryAction({ dossier }: { dossier: Dossier }) {
  const { dossier: say } = useText();
  const primary = primaryOf(dossier);
  if (!primary) return null;
  if (primary === 'accept-assignment') return <Accept dossier={dossier} />;
  return (
    <PrimaryLink to={pages[primary]} params={{ id: dossier.id }}>
      {say.actions[primary]}
    </PrimaryLink>
  );
}

export function OtherActions({ dossier }: { dossier: Dossier }) {
  const { dossier: say } = useText();
  const primary = primaryOf(dossier);
  const rest = placesOf(dossier).filter((action) => action !== primary);
  if (rest.length === 0) return null;
  return (
    <nav className="also" aria-label={say.what}>
      {rest.map((action) => (
        <Link key={action} to={pages[action]} params={{ id: dossier.id }}>
          {say.actions[action]}
        </Link>
      ))}
    </nav>
  );
}

function Accept({ dossier }: { dossier: Dossier }) {
  const { dossier: say } = useText();
  const announce = useAnnounce();
  const proposal = dossier.proposal;
  const accepting = useMutation({
    mutationFn: ({ aid, version }: { aid: string; version: number }) =>
      dataOf(
        api.POST('/v1/households/{id}/assignments/{assignmentId}/acceptance', {
          params: { path: { id: dossier.id, assignmentId: aid }, header: ifMatch(version) },
        }),
      ),
    onSuccess: () => announce(say.accepted),
  });
  if (!proposal) return null;
  return (
    <div className="stack-s">
      <Button disabled={accepting.isPending} onClick={() => accepting.mutate({ aid: proposal.assignmentId, version: proposal.version })}>
        {say.actions['accept-assignment']}
      </Button>
      {accepting.error && <Problem error={accepting.error} />}
    </div>
  );
}
