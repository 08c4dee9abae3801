'use client';

import { useRouter } from 'next/navigation';
import { Page } from '@/app/(merchant)/_ui/page';
import { DiscountForm } from '../discount-form';

/** A code that is not there yet. */
export function NewDiscount() {
  const router = useRouter();
  return (
    <Page title="New discount" parent={{ href: '/dashboard/discounts', label: 'Discounts' }}>
      <DiscountForm discount={null} onSaved={({ id }) => router.replace(`/dashboard/discounts/${id}`)} />
    </Page>
  );
}
