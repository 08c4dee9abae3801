import { TextPage, type TextPageProps, textMetadata } from '../../_lib/text-page';

export const revalidate = 60;

export const generateMetadata = (props: TextPageProps) => textMetadata(props, 'privacy');

export default function PrivacyPage({ params }: TextPageProps) {
  return <TextPage params={params} page="privacy" />;
}
