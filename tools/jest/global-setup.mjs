// jest's globalSetup. Under `npm test` the parts are there already; when a developer calls jest alone, they are started here.
import { register } from 'node:module';

export default async function globalSetup() {
  if (process.env.TEST_ADMIN_DATABASE_URL) return;
  register('../source-hooks.mjs', import.meta.url);
  const { startPartsForTests } = await import('./parts-for-tests.ts');
  const { instance, environment } = await startPartsForTests();
  Object.assign(process.env, environment);
  globalThis.pliTestInstance = instance;
}
