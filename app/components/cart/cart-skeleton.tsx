import { useText } from '@/app/components/text/text-provider';

/** Where lines will be, in their size, so that nothing moves when they come. */
export function CartSkeleton({ count }: { count: number }) {
  const { t } = useText();
  return (
    <div className="needs-script border-t border-line">
      <p role="status" className="sr-only">
        {t('common.loading')}
      </p>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells empty rows apart.
        <div key={index} className="flex gap-4 border-b border-line py-5">
          <div className="aspect-4/5 w-22 bg-ground" />
          <div className="h-4 w-40 bg-ground" />
        </div>
      ))}
    </div>
  );
}
