import { api, ask } from '../../api/client';
import { useAct } from '../../parts/useAct';
import { sayProblem } from '../../parts/States';
import { words } from '../../words/language';
import { allBlocs, allUnits } from './reads';
import { rosterLines } from './roster';
import { csvOf, save } from './tables';

const w = words({ save: 'Tải danh sách về (CSV)', name: 'danh-sach-don-vi.csv' }, { save: 'Download the roster (CSV)', name: 'roster.csv' });

/** The roster as the file that its import reads. */
export function SaveRoster() {
  const act = useAct();
  const write = async () => {
    const [units, blocs] = await Promise.all([allUnits(), allBlocs()]);
    const members = [];
    for (const bloc of blocs) {
      members.push((await ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc: bloc.id } } }))).data);
    }

    save(w.name, csvOf(rosterLines(units, members)));
  };
  return (
    <span class="download">
      <button type="button" disabled={act.isBusy} onClick={() => void act.run(write)}>↓ {w.save}</button>
      {act.problem && <span class="fault" role="alert">✕ {Object.values(sayProblem(act.problem)).join('. ')}</span>}
    </span>
  );
}
