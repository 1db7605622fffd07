import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { Canvas } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CanvasText } from '../../components/CanvasText.js';
import { Fold } from '../../components/Fold.js';
import { Form, useForm } from '../../components/form/index.js';
import { SecondaryLink } from '../../components/links.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { bodyOf, checkCanvas, draftOf, type CanvasDraft } from './canvas-form.js';
import { CanvasFields } from './CanvasFields.js';
import { StillMissing } from './StillMissing.js';

const route = getRouteApi('/in/gezinnen/$id/doorbraak/$canvasId');

export function CanvasPage() {
  const { canvas: say, common, dossier } = useText();
  const { id, canvasId } = route.useParams();
  const query = useQuery({
    queryKey: ['canvas', canvasId],
    queryFn: () => readCanvas(canvasId),
  });
  return (
    <Page
      title={say.title}
      lead={say.lead}
      back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}
      action={
        query.data?.allowedActions.includes('request-fund') && (
          <SecondaryLink to="/gezinnen/$id/fondsaanvraag" params={{ id }}>
            {dossier.actions['request-fund']}
          </SecondaryLink>
        )
      }
    >
      <Loaded query={query}>
        {(canvas) => (canvas.allowedActions.includes('edit') ? <CanvasEditor canvas={canvas} /> : <CanvasText canvas={canvas} />)}
      </Loaded>
    </Page>
  );
}

const readCanvas = (id: string) => dataOf(api.GET('/v1/canvases/{id}', { params: { path: { id } } }));

const save = (id: string, version: number, values: CanvasDraft) =>
  dataOf(api.PUT('/v1/canvases/{id}', { params: { path: { id }, header: ifMatch(version) }, body: bodyOf(values) }));

function CanvasEditor({ canvas }: { canvas: Canvas }) {
  const text = useText();
  const announce = useAnnounce();
  const [theirs, setTheirs] = useState<Canvas>();
  // What was typed belongs to the version it was typed over; a newer one on screen must not be overwritten unseen.
  const form = useForm({
    initial: { ...draftOf(canvas), version: canvas.version },
    draft: { key: `doorbraak.${canvas.id}` },
    check: (values) => checkCanvas(values, text),
    send: ({ version, ...values }) => save(canvas.id, version, values),
    after: (values, saved) => ({ ...values, version: saved.version }),
    stale: async (values) => {
      const newest = await readCanvas(canvas.id);
      setTheirs(newest);
      return { ...values, version: newest.version };
    },
    done: () => (setTheirs(undefined), announce(text.canvas.done)),
  });
  return (
    <Form form={form} submit={text.canvas.submit}>
      {theirs && (
        <Fold title={text.canvas.theirs} open>
          <CanvasText canvas={theirs} />
        </Fold>
      )}
      <StillMissing missing={canvas.missing} />
      <CanvasFields form={form} />
    </Form>
  );
}
