import { Page } from '../../parts/Page';
import { common } from '../../words/common';

export default function Rights() {
  return <Page title={common.rights}>{null}</Page>;
}
