/** Reads and writes 'members.0.lastName' in plain values, without changing the original. */
export const getIn = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], values);

export function setIn<V>(values: V, path: string, value: unknown): V {
  const [key = '', ...rest] = path.split('.');
  const copy: unknown = Array.isArray(values) ? [...values] : { ...values };
  const target = copy as Record<string, unknown>;
  target[key] = rest.length === 0 ? value : setIn(target[key], rest.join('.'), value);
  return copy as V;
}

export const fieldId = (name: string): string => `veld-${name.replaceAll('.', '-')}`;
