import { type Browser, chromium } from "playwright-core";

/** The system's Chromium, without what it would fetch by itself. It does not start as root with its own sandbox. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.PARLEY_TEST_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
