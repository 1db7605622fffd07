import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  model: string;
  payload: AdapterPayload;
  until: number;
}

/** What the embedded issuer remembers; forgotten at a restart, after which people choose a persona again. */
export function memoryAdapter(now: () => number = () => Date.now()): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const fresh = (key: string) => {
    const found = kept.get(key);
    return found && found.until > now() ? found.payload : undefined;
  };
  const findBy = (model: string, field: 'uid' | 'userCode', value: string) =>
    [...kept.values()].find((one) => one.model === model && one.payload[field] === value && one.until > now())?.payload;
  const forget = (gone: (one: Kept) => boolean) => {
    for (const [key, one] of kept) if (gone(one)) kept.delete(key);
  };

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      if (kept.size > 5_000) forget((one) => one.until <= now());
      kept.set(`${model}:${id}`, { model, payload, until: expiresIn ? now() + expiresIn * 1000 : Infinity });
    },
    find: async (id) => fresh(`${model}:${id}`),
    findByUid: async (uid) => findBy(model, 'uid', uid),
    findByUserCode: async (code) => findBy(model, 'userCode', code),
    async consume(id) {
      const payload = fresh(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(now() / 1000);
    },
    destroy: async (id) => void kept.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => forget((one) => one.payload.grantId === grantId),
  });
}
