import 'fake-indexeddb/auto';
import { vi } from 'vitest';

// What the page takes from a browser and Node does not have. Rules alone are tested here; everything that is seen, in a real browser.
const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
  clear: () => kept.clear(),
};
vi.stubGlobal('localStorage', storage);
vi.stubGlobal('sessionStorage', storage);
vi.stubGlobal('location', new URL('http://localhost/portal/'));
vi.stubGlobal('document', Object.assign(new EventTarget(), { documentElement: {}, visibilityState: 'visible' }));
const target = new EventTarget();
vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
vi.stubGlobal('dispatchEvent', target.dispatchEvent.bind(target));
