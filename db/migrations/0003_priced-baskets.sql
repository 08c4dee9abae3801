-- What price_basket() answers and place_order() works with. Composite types rather than jsonb between the two: taking a
-- value out of jsonb costs several times what a field of a record does.
CREATE TYPE priced_line AS (
  variant_id uuid, product_id uuid, sku text, title text, options jsonb, quantity int,
  -- Where the variant first stands in the request, from 0.
  position int,
  sellable boolean, weight_grams int, requires_shipping boolean, tax_class text,
  unit_price bigint, line_total bigint, tax_rate_ppm int, tax bigint, tax_included bigint,
  -- Filled when stock is claimed: the one lane that served, or [[lane, quantity], ...]; neither if it is not counted.
  lane smallint, claims jsonb
);
--> statement-breakpoint
CREATE TYPE priced_basket AS (
  currency char(3), lines priced_line[], subtotal bigint, shipping bigint, shipping_method text, shipping_tax bigint,
  tax bigint, tax_included bigint, discount bigint, total bigint,
  -- [{ path, reason }], or null.
  problems jsonb
);
--> statement-breakpoint
CREATE DOMAIN unit_count AS int CONSTRAINT unit_count_check CHECK (value >= 0);
--> statement-breakpoint
CREATE DOMAIN positive_count AS int CONSTRAINT positive_count_check CHECK (value > 0);
