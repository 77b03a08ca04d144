import { useEffect, useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { Notice } from '../../parts/States';
import { useGuard } from '../../parts/useGuard';
import { holdWords as w } from './ballotWords';

/** The two halves of the opening key, shown this once and held in the memory of the view alone: each is printed for one keeper without the other. */
export function Keys({ opened, onDone }: { opened: Schema['OpenedView']; onDone: () => void }) {
  const keys = opened.keys ?? [];
  const isLost = keys.length === 0;
  const [printed, setPrinted] = useState<number | null>(null);
  const [isHanded, hand] = useState(false);
  useGuard(!isHanded && !isLost);
  useEffect(() => {
    const clear = () => setPrinted(null);
    addEventListener('afterprint', clear);
    return () => removeEventListener('afterprint', clear);
  }, []);
  useEffect(() => {
    if (printed !== null) {
      print();
    }
  }, [printed]);
  return (
    <section aria-label={w.keys}>
      <div class="no-print"><Notice kind={isLost ? 'bad' : 'note'}><strong>{isLost ? w.keysLost : w.keysOnce}</strong></Notice></div>
      {keys.map(({ keeper, key }, at) => {
        const name = [keeper.post, keeper.unitName].filter(Boolean).join(', ');
        return (
          // Printed without a button's help, by the browser's own menu, none of them is.
          <div class={printed === at ? 'card' : 'card no-print'} key={key}>
            <h2>{w.keyOf(name)}</h2>
            <p>{opened.ballot.title}</p>
            <p class="key">{key}</p>
            <div class="buttons"><button type="button" onClick={() => setPrinted(at)}>{w.printKey}<span class="hidden"> – {name}</span></button></div>
          </div>
        );
      })}
      {!isLost && <p class="no-print"><label><input type="checkbox" checked={isHanded} onChange={event => hand(event.currentTarget.checked)} /> {w.handed}</label></p>}
      <div class="buttons"><button type="button" class="primary" disabled={!isHanded && !isLost} onClick={onDone}>{w.toBallot}</button></div>
    </section>
  );
}
