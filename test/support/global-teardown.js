export default async function teardown() {
  const stage = globalThis.naastStage;
  if (!stage || stage.exitCode !== null) return;
  const gone = new Promise((resolve) => stage.once('exit', resolve));
  stage.send('close');
  await gone;
  globalThis.naastStage = undefined;
}
