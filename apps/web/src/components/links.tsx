import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Anchor = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

/** Goes somewhere and looks like a button; `PrimaryLink` once per page. */
export const PrimaryLink = createLink((props: Anchor) => <a {...props} className="button button--primary" />);
export const SecondaryLink = createLink((props: Anchor) => <a {...props} className="button" />);
