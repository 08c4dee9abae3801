create index job_lost_idx on job (id) where lost >= 20;
