import { TextPage, type TextPageProps, textMetadata } from '../../_lib/text-page';

export const revalidate = 60;

export const generateMetadata = (props: TextPageProps) => textMetadata(props, 'contact');

export default function ContactPage({ params }: TextPageProps) {
  return <TextPage params={params} page="contact" />;
}
