export default async function teardown() {
  await globalThis.naastProduct?.stop();
  globalThis.naastProduct = undefined;
}
