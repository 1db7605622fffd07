import type { LinkProps } from '@tanstack/react-router';
import type { Messages } from '../../i18n/index.js';

export interface PrivacyPlace {
  to: LinkProps['to'];
  name: keyof Messages['privacy']['places'];
}

/** The privacy officer's workplace, what is urgent first. */
export const privacyPlaces: readonly PrivacyPlace[] = [
  { to: '/privacy/noodtoegang', name: 'breakGlass' },
  { to: '/privacy/verzoeken', name: 'rights' },
  { to: '/privacy/intrekken', name: 'withdrawing' },
  { to: '/privacy/overeenkomsten', name: 'agreements' },
  { to: '/privacy/vernietiging', name: 'destruction' },
  { to: '/privacy/grondslagen', name: 'catalogue' },
  { to: '/privacy/bewaartermijnen', name: 'retention' },
  { to: '/privacy/register', name: 'register' },
  { to: '/privacy/logboek', name: 'auditLog' },
];
