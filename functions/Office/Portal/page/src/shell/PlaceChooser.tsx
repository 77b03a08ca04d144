import { useId } from 'preact/hooks';
import { words } from '../words/language';
import { mayLeave } from './leaving';
import { addressOf, readAddress, samePlace, type Place } from './places';
import { go } from './router';
import { choosePlace, here, path, periodName, places } from './session';

const w = words({
  choose: 'Đơn vị, khối và kỳ',
  year: (year: number) => `Năm ${year}`,
  over: (year: number) => `Năm ${year} – đã kết thúc`,
}, {
  choose: 'Unit, bloc and period',
  year: year => `Year ${year}`,
  over: year => `Year ${year} – over`,
});

const nameOf = (place: Place): string => [place.unitName, place.year, periodName(place), place.blocName].filter(Boolean).join(' · ');

/** Chooses among the caller's units, blocs and periods of the years. With one there is nothing to choose. */
export function PlaceChooser() {
  const id = useId();
  const all = places.value;
  const chosen = here.value;
  if (!chosen) {
    return null;
  }

  if (all.length === 1) {
    return <p class="place">{nameOf(chosen)}</p>;
  }

  return (
    <div class="place">
      <label class="hidden" for={id}>{w.choose}</label>
      <select id={id} value={all.indexOf(chosen)} onChange={event => {
        if (!choose(all[Number(event.currentTarget.value)]!)) {
          event.currentTarget.value = String(all.indexOf(chosen));
        }
      }}>
        {[...new Set(all.map(place => place.year))].map(year => (
          <optgroup label={all.some(place => place.year === year && place.isOpen) ? w.year(year) : w.over(year)}>
            {all.map((place, at) => place.year === year && <option value={at}>{nameOf(place)}</option>)}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** Shows what is shown now for another place; false where something that is not saved held it. */
function choose(place: Place): boolean {
  if (!mayLeave()) {
    return false;
  }

  choosePlace(place);
  const shown = readAddress(path.value);
  if (shown && !samePlace(shown.place, place)) {
    go(addressOf(shown.area, place));
  }

  return true;
}
