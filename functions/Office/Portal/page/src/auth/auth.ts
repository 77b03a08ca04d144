import { signal } from '@preact/signals';
import { User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { forgetDrafts } from '../shell/drafts';
import { base, readSettings } from './settings';

export interface Account {
  /** The directory's id of the person; drafts are kept under it. */
  readonly id: string;
  readonly name: string;
}

/** Who is signed in in this tab. */
export const account = signal<Account | null>(null);

/** Whether the sign-in has run out while somebody was at work. */
export const expired = signal(false);

interface Place {
  /** Where to go on after the sign-in. */
  readonly place: string;
  /** A tab that was opened only to sign in for the one at work. */
  readonly forAnother?: boolean;
}

let manager: UserManager | undefined;
let user: User | null = null;
let renewing: Promise<User | null> | undefined;
let waiting: { promise: Promise<void>; resolve: () => void } | undefined;

/** What the tabs of this browser tell each other; it does not leave this origin. */
type Told = { readonly signedIn: string } | { readonly signedOut: string };

const between = new BroadcastChannel('sign-in');
const tell = (told: Told): void => between.postMessage(told);

async function ready(): Promise<UserManager> {
  if (!manager) {
    const { authority, clientId, scope } = await readSettings();
    manager = new UserManager({
      authority,
      client_id: clientId,
      scope,
      redirect_uri: `${location.origin}${base}/`,
      post_logout_redirect_uri: `${location.origin}${base}/`,
      response_type: 'code',
      loadUserInfo: false,
      automaticSilentRenew: false,
      monitorSession: false,
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
    });
  }

  return manager;
}

/** What a start finds: somebody signed in, nobody, or a tab whose work is done. */
export type Start = 'signed-in' | 'signed-out' | 'done';

/** Takes up a sign-in that has just come back, or the one of this tab. */
export async function start(): Promise<Start> {
  const users = await ready();
  const query = new URLSearchParams(location.search);
  if (query.has('state') && (query.has('code') || query.has('error'))) {
    try {
      user = await users.signinRedirectCallback();
    } finally {
      history.replaceState(null, '', `${base}/`);
    }

    const { place, forAnother } = (user.state ?? { place: `${base}/` }) as Place;
    if (forAnother) {
      tell({ signedIn: user.toStorageString() });
      await users.removeUser();
      window.close();
      return 'done';
    }

    history.replaceState(null, '', isOurs(place) ? place : `${base}/`);
  } else {
    user = await users.getUser();
  }

  if (query.has('again')) {
    await users.signinRedirect({ state: { place: `${base}/`, forAnother: true } satisfies Place });
    return 'done';
  }

  account.value = accountOf(user);
  return account.value ? 'signed-in' : 'signed-out';
}

/** Goes to sign in and comes back to this place. */
export async function signIn(place = location.pathname + location.search): Promise<void> {
  await (await ready()).signinRedirect({ state: { place } satisfies Place });
}

/** The token for the next call, renewed where that needs nobody. */
export async function token(): Promise<string> {
  if ((user?.expires_in ?? 1) < 60) {
    await renew();
  }

  if (!user || user.expired) {
    await signInAgain();
  }

  return user!.access_token;
}

/** A new token without asking anybody; false where that cannot be had. */
export async function renew(): Promise<boolean> {
  if (!user?.refresh_token) {
    return false;
  }

  renewing ??= ready().then(users => users.signinSilent()).catch(() => null).finally(() => renewing = undefined);
  const renewed = await renewing;
  user = renewed ?? user;
  return renewed !== null;
}

/** Waits until the person has signed in again in a second tab; the page stays as it is. */
export function signInAgain(): Promise<void> {
  waiting ??= later();
  expired.value = true;
  return waiting.promise;
}

/** Opens the tab in which one signs in again. */
export function openSignIn(): void {
  window.open(`${base}/?again`, '_blank', 'noopener');
}

between.onmessage = async (message: MessageEvent<Told>) => {
  const told = message.data;
  if ('signedOut' in told) {
    if (told.signedOut === account.value?.id) {
      await leave();
      location.replace(`${base}/`);
    }

    return;
  }

  const other = User.fromStorageString(told.signedIn);
  if (!expired.value || !account.value) {
    return;
  }

  if (accountOf(other)?.id !== account.value.id) {
    // Somebody else: nothing on the screen is theirs to see.
    await (await ready()).storeUser(other);
    location.replace(`${base}/`);
    return;
  }

  user = other;
  await (await ready()).storeUser(other);
  expired.value = false;
  waiting?.resolve();
  waiting = undefined;
};

/** Leaves nothing of this account on the machine, in no tab. */
export async function signOut(): Promise<void> {
  const users = await ready();
  const left = user;
  const id = account.value?.id;
  await leave();
  if (id) {
    tell({ signedOut: id });
    await forgetDrafts(id);
  }

  const ends = await users.metadataService.getEndSessionEndpoint().catch(() => undefined);
  if (ends && left) {
    await users.signoutRedirect({ ...(left.id_token ? { id_token_hint: left.id_token } : null) });
  } else {
    location.replace(`${base}/`);
  }
}

/** Forgets the account in this tab. */
async function leave(): Promise<void> {
  user = null;
  await (await ready()).removeUser();
  sessionStorage.clear();
}

// A page that the back button brings back from memory still shows what the account saw.
addEventListener('pageshow', event => {
  if (event.persisted) {
    location.reload();
  }
});

function accountOf(one: User | null): Account | null {
  return one && (!one.expired || one.refresh_token)
    ? { id: String(one.profile.oid ?? one.profile.sub), name: String(one.profile.name ?? one.profile.preferred_username ?? one.profile.sub) }
    : null;
}

/** Only places of this page: an address that somebody else made must not lead away. */
function isOurs(place: string): boolean {
  return new URL(place, location.origin).origin === location.origin && place.startsWith(`${base}/`);
}

function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>(done => resolve = done);
  return { promise, resolve };
}
