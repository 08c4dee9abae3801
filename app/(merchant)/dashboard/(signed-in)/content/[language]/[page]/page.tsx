import { ContentEditor } from './content-editor';

export const dynamic = 'force-static';

export default function ContentEditorPage() {
  return <ContentEditor />;
}
