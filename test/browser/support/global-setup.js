import { findChromium } from './chromium.js';
import { startProduct } from './product.js';

/** The whole product once for all browser suites; NAAST_BROWSER_ADDRESS points them at one that runs already. */
export default async function setup() {
  const chromium = findChromium();
  if (!chromium) return;
  process.env.NAAST_BROWSER_CHROMIUM = chromium;
  if (process.env.NAAST_BROWSER_ADDRESS) return;
  globalThis.naastProduct = await startProduct();
  process.env.NAAST_BROWSER_ADDRESS = globalThis.naastProduct.address;
}
