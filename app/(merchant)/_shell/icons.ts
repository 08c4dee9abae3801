import {
  Activity,
  Boxes,
  ChartColumn,
  FileText,
  House,
  type LucideIcon,
  Mail,
  Package,
  ScrollText,
  Settings,
  ShoppingBag,
  Tag,
  Upload,
  Users,
} from 'lucide-react';
import type { SectionIcon } from './sections';

export const ICONS: Readonly<Record<SectionIcon, LucideIcon>> = {
  home: House,
  orders: ShoppingBag,
  products: Package,
  stock: Boxes,
  imports: Upload,
  customers: Users,
  discounts: Tag,
  reports: ChartColumn,
  mails: Mail,
  jobs: Activity,
  content: FileText,
  audit: ScrollText,
  settings: Settings,
};
