-- Facts that the state publishes: statutory holidays with make-up workdays, and the loan prime rate.
create table core.calendar_year (
    year int primary key constraint calendar_year_plausible check (year between 1990 and 2100),
    source text not null
);
create table core.calendar_day (
    day date primary key,
    year int not null references core.calendar_year on delete cascade,
    kind text not null constraint calendar_day_kind_known check (kind in ('holiday', 'workday')),
    constraint calendar_day_in_its_year check (extract(year from day) = year)
);
create table core.loan_prime_rate (
    published_on date primary key,
    one_year_ppm bigint not null constraint loan_prime_rate_one_year_plausible check (one_year_ppm between 0 and 240000),
    five_year_ppm bigint not null constraint loan_prime_rate_five_year_plausible check (five_year_ppm between 0 and 240000)
);
comment on column core.loan_prime_rate.one_year_ppm is 'parts per million: 3.35 % is 33500';
select core.declare_reference('core.calendar_year'), core.declare_reference('core.calendar_day'),
    core.declare_reference('core.loan_prime_rate');
