import { Button, Dialog } from './amsterdam.js';
import { useRef, type ReactNode } from 'react';
import { useText } from '../i18n/index.js';

interface ConfirmDialogProps {
  trigger: ReactNode;
  heading: string;
  confirm: string;
  busy: boolean;
  onConfirm: () => void;
  children: ReactNode;
}

/** Only for what cannot be undone. */
export function ConfirmDialog({ trigger, heading, confirm, busy, onConfirm, children }: ConfirmDialogProps) {
  const { common } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <Button variant="secondary" type="button" onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <Dialog
        ref={dialog}
        heading={heading}
        aria-label={heading}
        closeButtonLabel={common.close}
        footer={
          <div className="row">
            <Button type="button" disabled={busy} onClick={() => (onConfirm(), close())}>
              {confirm}
            </Button>
            <Button type="button" variant="tertiary" onClick={close}>
              {common.cancel}
            </Button>
          </div>
        }
      >
        <div className="stack">{children}</div>
      </Dialog>
    </>
  );
}
