import type { MouseEvent, ReactNode } from 'react';
import { fieldId } from './path.js';

/** Leads to a question on the same page, ready to type. */
export function FieldLink({ name, children }: { name: string; children: ReactNode }) {
  return (
    <a href={`#${fieldId(name)}`} onClick={(event) => goToField(event, name)}>
      {children}
    </a>
  );
}

function goToField(event: MouseEvent, name: string): void {
  event.preventDefault();
  const field = document.getElementById(fieldId(name));
  const control = field?.matches('input, select, textarea') ? field : field?.querySelector<HTMLElement>('input, select, textarea');
  control?.focus();
  field?.scrollIntoView({ block: 'center' });
}
