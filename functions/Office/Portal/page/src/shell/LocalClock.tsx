import { useEffect, useState } from 'preact/hooks';
import { readSettings, type Settings } from '../auth/settings';
import { words } from '../words/language';
import { readMe, today } from './session';

const w = words({ today: 'Hôm nay (giả định)' }, { today: 'Today (made up)' });

/** Moves the program's clock: on a developer's machine only. */
export function LocalClock() {
  const [local, set] = useState<Settings['local']>(null);
  useEffect(() => void readSettings().then(settings => set(settings.local)), []);
  if (!local) {
    return null;
  }

  const move = async (event: Event) => {
    const day = (event.currentTarget as HTMLInputElement).value;
    if (day) {
      await fetch(local.clock, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ now: `${day}T09:00:00+07:00` }) });
      await readMe();
      location.reload();
    }
  };
  return <label class="clock">{w.today} <input type="date" value={today.value} onChange={event => void move(event)} /></label>;
}
