import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, useForm } from '../../components/form/index.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { bodyOf, checkCanvas, emptyCanvas } from './canvas-form.js';
import { CanvasFields } from './CanvasFields.js';

const route = getRouteApi('/in/gezinnen/$id/doorbraak');

export function NewCanvasPage() {
  const text = useText();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const draft = useMemo(() => ({ key: `doorbraak.${id}` }), [id]);
  const form = useForm({
    initial: emptyCanvas,
    draft,
    check: (values) => checkCanvas(values, text),
    send: (values) => {
      const body = bodyOf(values);
      return dataOf(api.POST('/v1/households/{id}/canvases', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    done: (canvas) => {
      announce(text.canvas.done);
      void navigate({ to: '/gezinnen/$id/doorbraak/$canvasId', params: { id, canvasId: canvas.id } });
    },
  });
  return (
    <Page
      title={text.canvas.titleNew}
      lead={text.canvas.lead}
      back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${text.common.back}`}</Link>}
    >
      <Form form={form} submit={text.canvas.submit}>
        <CanvasFields form={form} />
      </Form>
    </Page>
  );
}
