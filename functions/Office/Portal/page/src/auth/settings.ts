/** What the page must know before anybody signs in. */
export interface Settings {
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  /** Which files are taken: their kinds as people name them, and the largest in bytes. */
  readonly files: { readonly types: readonly string[]; readonly mostBytes: number };
  /** Only on a developer's machine. */
  readonly local: { readonly clock: string } | null;
}

export const base = '/portal';

let settings: Promise<Settings> | undefined;
let known: Settings | undefined;

/** What was read; it is there once somebody can see a view. */
export const knownSettings = (): Settings | undefined => known;

export function readSettings(): Promise<Settings> {
  settings ??= fetch(`${base}/settings.json`, { cache: 'no-store' }).then(async response => {
    if (!response.ok) {
      throw new Error(`settings.json: ${response.status}`);
    }

    return known = await response.json() as Settings;
  });
  settings.catch(() => settings = undefined);
  return settings;
}
