-- The ledger is append-only: a mistake is corrected by another row.
CREATE FUNCTION refuse_ledger_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'stock_movements is append-only' USING errcode = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER stock_movements_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_movements
FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
--> statement-breakpoint
-- Room in each page lets an update of a lane stay in its page (HOT): no index entry, and dead versions are pruned by
-- the next reader instead of waiting for vacuum.
ALTER TABLE stock_lanes SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200);
--> statement-breakpoint
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
--> statement-breakpoint
ALTER TABLE orders SET (fillfactor = 85);
--> statement-breakpoint
-- An empty shop can sell: it has a name, a currency, and one free way to ship anywhere. The merchant changes them.
INSERT INTO shop_settings (name, currency, country, mail_sender) VALUES ('My shop', 'USD', 'US', 'shop@localhost');
--> statement-breakpoint
WITH zone AS (INSERT INTO shipping_zones (id, name) VALUES (gen_random_uuid(), 'Everywhere') RETURNING id),
place AS (INSERT INTO shipping_zone_countries (country, zone_id) SELECT '*', id FROM zone)
INSERT INTO shipping_rates (id, zone_id, code, title, currency, price_minor)
SELECT gen_random_uuid(), id, 'standard', 'Standard', 'USD', 0 FROM zone;
