import { useEffect, useState } from 'preact/hooks';
import { DayField } from '../parts/DayField';
import { readSettings, type Settings } from '../auth/settings';
import type { Day } from '../words/format';
import { words } from '../words/language';
import { readMe, today } from './session';

const w = words({ today: 'Máy chạy thử. Hôm nay là' }, { today: 'A trial machine. Today is' });

/** Moves the program's clock: on a developer's machine only. */
export function LocalClock() {
  const [local, set] = useState<Settings['local']>(null);
  useEffect(() => void readSettings().then(settings => set(settings.local)), []);
  if (!local) {
    return null;
  }

  const move = async (day: Day | null) => {
    if (day && day !== today.value) {
      await fetch(local.clock, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ now: `${day}T09:00:00+07:00` }) });
      await readMe();
      location.reload();
    }
  };
  return <div class="clock no-print"><label for="clock">{w.today}</label> <DayField id="clock" value={today.value} isLate onChange={day => void move(day)} /></div>;
}
