/** What the page must know before anybody signs in. */
export interface Settings {
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  /** Only on a developer's machine. */
  readonly local: { readonly clock: string } | null;
}

export const base = '/portal';

let settings: Promise<Settings> | undefined;

export function readSettings(): Promise<Settings> {
  settings ??= fetch(`${base}/settings.json`, { cache: 'no-store' }).then(async response => {
    if (!response.ok) {
      throw new Error(`settings.json: ${response.status}`);
    }

    return await response.json() as Settings;
  });
  settings.catch(() => settings = undefined);
  return settings;
}
