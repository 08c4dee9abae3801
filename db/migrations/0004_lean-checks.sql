-- What follows from other columns is not stored (an order's subtotal, a line's total), so it cannot be wrong; a count's bounds
-- are its domain's; and the orders' two checks are one. Each CHECK is parsed anew by every statement that inserts.
ALTER TABLE "stock_lanes" DROP CONSTRAINT "stock_lanes_available_check";--> statement-breakpoint
ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_amounts_check";--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_amounts_check";--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_paid_check";--> statement-breakpoint
ALTER TABLE "stock_lanes" ALTER COLUMN "available" SET DATA TYPE "unit_count";--> statement-breakpoint
ALTER TABLE "order_lines" ALTER COLUMN "quantity" SET DATA TYPE "positive_count";--> statement-breakpoint
ALTER TABLE "order_lines" DROP COLUMN "line_total_minor";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "subtotal_minor";--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_check" CHECK (least("orders"."total_minor", "orders"."shipping_minor", "orders"."tax_minor", "orders"."tax_included_minor", "orders"."discount_minor",
          "orders"."total_minor" + "orders"."discount_minor" - "orders"."shipping_minor" - "orders"."tax_minor") >= 0
        and ("orders"."status" = 'pending' or "orders"."status" = 'cancelled' or "orders"."status" = 'expired'
          or "orders"."paid_at" is not null and ("orders"."payment_status" = 'succeeded' or "orders"."total_minor" = 0)));