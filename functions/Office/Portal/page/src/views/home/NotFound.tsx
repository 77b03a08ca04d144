import { base } from '../../auth/settings';
import { Page } from '../../parts/Page';
import { common } from '../../words/common';
import { words } from '../../words/language';

const w = words({
  title: 'Không có trang này',
  text: 'Địa chỉ có thể bị gõ sai hoặc đã cũ.',
}, {
  title: 'There is no such page',
  text: 'The address may be mistyped or old.',
});

export default function NotFound() {
  return (
    <Page title={w.title} lead={w.text}>
      <p><a href={`${base}/`}>{common.home}</a></p>
    </Page>
  );
}
