import { here, isOffice } from '../../shell/session';
import { OfficeHome } from './OfficeHome';
import { ReaderHome } from './ReaderHome';
import { UnitHome } from './UnitHome';

/** What is to be done, for whoever looks. */
export default function Home() {
  const place = here.value;
  return isOffice.value ? <OfficeHome /> : place ? <UnitHome place={place} key={JSON.stringify([place.year, place.period, place.bloc, place.unit])} /> : <ReaderHome />;
}
