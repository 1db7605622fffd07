import { ifMatch } from '../../api/client.js';
import type { RightsRequest } from '../../api/types.js';

export interface RightsFormProps {
  request: RightsRequest;
}

/** Where a step goes, and from which version. */
export const at = ({ id, version }: RightsRequest) => ({ params: { path: { id }, header: ifMatch(version) } });
